package dev.wend.job.report.page;

import java.util.List;

/**
 * A library that the page draws with, from a WebJar on the class path.
 *
 * @param script path of its minified code
 * @param notice its copyright and licence
 */
record Library(String name, String version, String script, String notice) {
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** In the order in which they are loaded. */
  static final List<Library> ALL =
      List.of(
          of("echarts", "5.5.0", "echarts.common.min.js", "Apache ECharts, Apache License 2.0"),
          of("d3", "7.9.0", "dist/d3.min.js", "D3, ISC License"),
          of("dagre", "0.8.4", "dist/dagre.min.js", "dagre, MIT License"));

  private static Library of(String name, String version, String script, String licence) {
    return new Library(
        name,
        version,
        WEBJARS + name + "/" + version + "/" + script,
        licence + ", version " + version);
  }
}
