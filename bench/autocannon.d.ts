/** The part of autocannon that the bench uses; the package brings no types of its own. */
declare module 'autocannon' {
  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Threads that make the requests, so that making them takes nothing from the server's own thread. */
    readonly workers: number;
    readonly headers: Readonly<Record<string, string>>;
  }
  export interface Result {
    /** Requests answered in a second, on average over the run's seconds. */
    readonly requests: { readonly average: number; readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
