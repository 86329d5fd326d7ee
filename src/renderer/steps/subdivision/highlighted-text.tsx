import type { Span } from '../../../shared/subdivision-search/spans.ts';
import styles from './subdivision-step.module.css';

/** A text with the found parts marked. */
export function HighlightedText({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  if (spans.length === 0) return text;
  const starts = [0, ...spans.map((span) => span.end)];
  return (
    <>
      {starts.map((start, index) => {
        const span = spans[index];
        return (
          <span key={start}>
            {text.slice(start, span?.start ?? text.length)}
            {span ? <mark className={styles.mark}>{text.slice(span.start, span.end)}</mark> : null}
          </span>
        );
      })}
    </>
  );
}
