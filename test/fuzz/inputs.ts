import { drawRecipe, follow, type Recipe } from './mutation.ts';
import type { NonEmpty } from './mutators/mutator.ts';
import type { Parser } from './parser.ts';
import { randomOf } from './random.ts';

const corpora = new Map<string, NonEmpty<Uint8Array>>();

/** The corpus of a parser, made once. */
export function corpusFor(parser: Parser): NonEmpty<Uint8Array> {
  const corpus = corpora.get(parser.name) ?? parser.corpus();
  corpora.set(parser.name, corpus);
  return corpus;
}

/** The recipe that a seed decides, for the nth input of a parser: it depends on nothing else. */
export const recipeOf = (parser: Parser, seed: string, index: number): Recipe =>
  drawRecipe(randomOf(seed, parser.name, index));

export const inputOf = (parser: Parser, recipe: Recipe): Uint8Array => follow(recipe, parser.shape, corpusFor(parser));

/** The recipe with every step left out without which the input still breaks a law. */
export async function simplest(recipe: Recipe, breaks: (recipe: Recipe) => Promise<boolean>): Promise<Recipe> {
  for (const index of recipe.steps.keys()) {
    const shorter = { ...recipe, steps: recipe.steps.toSpliced(index, 1) };
    if (await breaks(shorter)) return simplest(shorter, breaks);
  }
  return recipe;
}
