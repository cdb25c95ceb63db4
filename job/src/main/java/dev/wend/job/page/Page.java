package dev.wend.job.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of one file, which asks for nothing else. All pages have one look, and the parts that they are made of.
 *
 * @param title what its tab is called until a scenario is shown
 * @param kind what stands beside the name of the product
 * @param files where all its numbers are, too
 * @param libraries in the order in which they are loaded
 * @param owner beside whose class {@code web/} has the page's own styles and modules
 * @param styles behind those of all pages
 * @param modules behind those of all pages; the last one puts the page together
 */
public record Page(
    String title,
    String kind,
    String files,
    List<Library> libraries,
    Class<?> owner,
    List<String> styles,
    List<String> modules) {
  private static final List<String> STYLES =
      List.of("tokens.css", "layout.css", "components.css", "journey.css", "finder.css");
  private static final List<String> MODULES =
      List.of(
          "format.js",
          "dom.js",
          "theme.js",
          "tables.js",
          "parts.js",
          "journey-layout.js",
          "journey-graph.js",
          "finder.js",
          "scenarios.js");

  /**
   * The page with its data.
   *
   * @param json what its modules find in the element {@code data}
   */
  public String of(String json) {
    String page = text(Page.class, "index.html");
    page = filled(page, "title", title);
    page = filled(page, "kind", kind);
    page = filled(page, "files", files);
    page = filled(page, "styles", texts(STYLES) + "\n" + own(styles));
    page = filled(page, "notices", notices());
    page = filled(page, "libraries", scripts());
    page = filled(page, "modules", script(texts(MODULES) + "\n" + own(modules)));
    return filled(page, "data", embedded(json));
  }

  private String scripts() {
    return libraries.stream()
        .map(library -> script(read(Page.class, library.script())))
        .collect(Collectors.joining());
  }

  private String notices() {
    return libraries.stream()
        .map(library -> text(Page.class, "notice-" + library.name() + ".html"))
        .collect(Collectors.joining());
  }

  /** No text in it ends the element in which it stands. */
  private static String embedded(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String script(String code) {
    return "<script>\n" + code.replace("</script", "<\\/script") + "\n</script>\n";
  }

  private static String filled(String page, String place, String content) {
    return page.replace("{{" + place + "}}", content);
  }

  private static String texts(List<String> names) {
    return names.stream().map(name -> text(Page.class, name)).collect(Collectors.joining("\n"));
  }

  private String own(List<String> names) {
    return names.stream().map(name -> text(owner, name)).collect(Collectors.joining("\n"));
  }

  private static String text(Class<?> beside, String name) {
    return read(beside, "web/" + name);
  }

  private static String read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
