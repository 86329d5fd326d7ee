const declaredEncoding = /^[\x20-\x7e\s]*encoding=["']([\w-]+)["']/;

/**
 * ИНН of the organisations that give a power of attorney (`СвРосОрг/@ИННЮЛ`), for a stand-in that believes what it
 * reads: the wizard is what has to check.
 */
export function principalsOf(document: Uint8Array): readonly string[] {
  const head = Buffer.from(document.subarray(0, 200)).toString('latin1');
  const encoding = declaredEncoding.exec(head)?.[1]?.toLowerCase() === 'windows-1251' ? 'windows-1251' : 'utf-8';
  const text = new TextDecoder(encoding).decode(document);
  const found = [...text.matchAll(/<СвРосОрг\s[^<>]*?ИННЮЛ="(\d{10})"/g)].map(([, inn = '']) => inn);
  return [...new Set(found)];
}
