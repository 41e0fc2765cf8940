declare module 'jstat' {
  interface Jstat {
    readonly normal: {
      inv(probability: number, mean: number, sd: number): number;
      cdf(value: number, mean: number, sd: number): number;
    };
    readonly beta: { inv(probability: number, alpha: number, beta: number): number };
    readonly lognormal: { inv(probability: number, meanLog: number, sdLog: number): number };
    readonly uniform: { inv(probability: number, lo: number, hi: number): number };
    readonly chisquare: { inv(probability: number, degreesOfFreedom: number): number };
    readonly studentt: {
      inv(probability: number, degreesOfFreedom: number): number;
      pdf(value: number, degreesOfFreedom: number): number;
    };
  }
  const jstat: Jstat;
  export default jstat;
}
