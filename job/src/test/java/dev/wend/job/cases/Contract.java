package dev.wend.job.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paragraphs of {@code SEMANTICS.md}: blocks between blank lines, items of lists and rows of tables. Examples in code,
 * headings and lines that only lead to a list are none.
 */
final class Contract {
  private static final Path PAGE = Path.of("../scenario-compiler/SEMANTICS.md");
  private static final Pattern SECTION = Pattern.compile("## (\\d)\\. .*");
  private static final Pattern ITEM = Pattern.compile("(- |(?=\\d\\. )).*");
  private static final Pattern RULER = Pattern.compile("\\|[-| ]+\\|");
  private static final Pattern LEAD = Pattern.compile("\\*\\*\\w+\\*\\*|.*:");

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private StringBuilder open = new StringBuilder();
  private int section;
  private boolean inCode;

  private Contract() {}

  /** One paragraph, its lines joined, without the mark of an item or a row. */
  record Paragraph(int section, String text) {
    boolean beginsWith(Paragraph words) {
      return section == words.section && text.startsWith(words.text);
    }

    @Override
    public String toString() {
      return "section " + section + ": " + text;
    }
  }

  /** All of all numbered sections, in order. */
  static List<Paragraph> paragraphs() throws IOException {
    Contract contract = new Contract();
    Files.readAllLines(PAGE).forEach(contract::read);
    contract.close();
    return List.copyOf(contract.paragraphs);
  }

  private void read(String line) {
    Matcher heading = SECTION.matcher(line);
    if (line.startsWith("```")) {
      close();
      inCode = !inCode;
    } else if (heading.matches()) {
      close();
      section = Integer.parseInt(heading.group(1));
    } else if (!inCode && section > 0) {
      readText(line);
    }
  }

  private void readText(String line) {
    Matcher item = ITEM.matcher(line);
    if (RULER.matcher(line).matches()) {
      open = new StringBuilder(); // what stands above a ruler is the heading of a table
    } else if (line.isBlank()) {
      close();
    } else if (line.startsWith("| ")) {
      close();
      open.append(line.substring("| ".length()));
    } else if (item.matches()) {
      close();
      open.append(line.substring(item.end(1)));
    } else {
      open.append(open.length() == 0 ? "" : " ").append(line.strip());
    }
  }

  private void close() {
    String text = open.toString();
    if (!text.isEmpty() && !LEAD.matcher(text).matches()) {
      paragraphs.add(new Paragraph(section, text));
    }
    open = new StringBuilder();
  }
}
