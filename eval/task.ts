/** One row of a data set; each task parses the fields it reads. */
export type Row = Readonly<Record<string, unknown>>;

/** A folder of JSON lines: everything but `corpus.jsonl` is `rows`. */
export type DataSet = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly corpus: readonly Row[];
};

/** One measured quality: ours, what simple methods reach in the same process, and how far chance may move it. */
export type Figure = {
  /** Name in the JSON output, e.g. `accuracy_10_per_class`. */
  readonly metric: string;
  readonly value: number;
  /** 95 % interval, from resampling the test rows. */
  readonly interval?: readonly [low: number, high: number];
  readonly baselines: readonly { readonly name: string; readonly value: number }[];
  /** Lower is better, e.g. `actions_changed`. */
  readonly lowerIsBetter?: true;
};

/** Other sets of the same two folders, e.g. for real tickets to hide something in; undefined when they are not there. */
export type Beside = {
  train(set: string): DataSet | undefined;
  test(set: string): DataSet | undefined;
};

/** One job of the product measured on one set: learns or tunes on `train`, is scored on `test`. Seeded, never random. */
export type Task = {
  /** Name of the set's folder. Several tasks may measure on one set. */
  readonly set: string;
  readonly title: string;
  /**
   * Absent for a task that learns or tunes. `nothing`: all rows are the test when only one folder is given.
   * `own`: brings its own rows and needs no folder.
   */
  readonly learns?: 'nothing' | 'own';
  run(train: DataSet, test: DataSet, beside: Beside): Promise<readonly Figure[]>;
};
