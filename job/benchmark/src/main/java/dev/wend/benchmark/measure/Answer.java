package dev.wend.benchmark.measure;

/**
 * What is done for a customer, by which contestants are compared.
 *
 * @param node of the scenario
 * @param timestamp of the decision, epoch milliseconds
 */
public record Answer(String customerId, String node, long timestamp) {

  /** The same for equal answers, whatever their order; sums of it tell sets apart. */
  long hash() {
    long mixed = (customerId.hashCode() * 31L + node.hashCode()) * 0x9e3779b97f4a7c15L + timestamp;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    return mixed ^ (mixed >>> 27);
  }
}
