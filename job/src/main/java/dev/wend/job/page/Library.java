package dev.wend.job.page;

/**
 * A library that pages draw with, from a WebJar on the class path.
 *
 * @param name by which the file with its copyright and licence is called
 * @param script path of its minified code
 */
public record Library(String name, String script) {
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** Charts. */
  public static final Library ECHARTS = of("echarts", "5.5.0/echarts.common.min.js");

  /** What is drawn of a graph. */
  public static final Library D3 = of("d3", "7.9.0/dist/d3.min.js");

  /** Where the nodes of a graph lie. */
  public static final Library DAGRE = of("dagre", "0.8.4/dist/dagre.min.js");

  private static Library of(String name, String script) {
    return new Library(name, WEBJARS + name + "/" + script);
  }
}
