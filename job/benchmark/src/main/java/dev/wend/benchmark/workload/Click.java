package dev.wend.benchmark.workload;

/**
 * What happens, before it has a form.
 *
 * @param number of the event in the stream, which also makes its message id
 * @param timestamp epoch milliseconds
 * @param product the number of the product that it is about
 */
record Click(long number, Kind kind, long customer, long timestamp, int product) {

  Click at(long time) {
    return new Click(number, kind, customer, time, product);
  }

  /** Four of five are page views. */
  enum Kind {
    PAGE,
    CART,
    ORDER
  }
}
