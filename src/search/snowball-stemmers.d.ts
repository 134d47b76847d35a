declare module 'snowball-stemmers' {
  /** The port lowers nothing and keeps its state between calls: one instance per language. */
  export interface SnowballStemmer {
    stem(word: string): string;
  }
  const snowball: {
    newStemmer(language: 'russian' | 'english'): SnowballStemmer;
  };
  export default snowball;
}
