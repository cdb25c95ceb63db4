package dev.wend.check;

import dev.wend.issue.DidYouMean;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Source;
import dev.wend.parse.ParsedScenario;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.tree.SourceMap;
import dev.wend.parse.tree.TreeReader;
import dev.wend.parse.value.CatalogueList;
import dev.wend.parse.value.CatalogueList.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The templates, segments, forms, pages, products and coupons that there are; a list that is missing is not checked. */
public final class Catalogue {
  /** Without any list, so that nothing is checked. */
  public static final Catalogue NONE = new Catalogue(Map.of());

  private static final Map<CatalogueList, Field<List<String>>> FIELDS =
      new EnumMap<>(CatalogueList.class);

  static {
    for (CatalogueList list : CatalogueList.values()) {
      FIELDS.put(
          list,
          Field.optional(
              list.id(),
              ListShape.of(list.id(), TextShape.ANY),
              "all " + list.id() + " there are"));
    }
  }

  private static final ObjectShape<Catalogue> SHAPE =
      ObjectShape.of("a catalogue", List.copyOf(FIELDS.values()), Catalogue::catalogue);

  private final Map<CatalogueList, Set<String>> known;

  private Catalogue(Map<CatalogueList, Set<String>> known) {
    this.known = known;
  }

  /**
   * What came of a text.
   *
   * @param catalogue empty where there is an issue
   */
  public record Result(Optional<Catalogue> catalogue, List<Issue> issues) {}

  /** Reads the text of a catalogue file. */
  public static Result read(String file, String text) {
    Source source = new Source(file, text);
    TreeReader.Result tree = TreeReader.read(source);
    List<Issue> issues = new ArrayList<>(tree.issues());
    Optional<Catalogue> read =
        tree.root()
            .flatMap(
                root -> {
                  Reading reading = Reading.of(new SourceMap(source, root));
                  Optional<Catalogue> catalogue = SHAPE.read(root, reading);
                  issues.addAll(reading.issues());
                  return catalogue;
                });
    return new Result(read.filter(catalogue -> issues.isEmpty()), List.copyOf(issues));
  }

  private static Catalogue catalogue(Values values) {
    Map<CatalogueList, Set<String>> known = new EnumMap<>(CatalogueList.class);
    Arrays.stream(CatalogueList.values())
        .forEach(
            list ->
                values
                    .find(FIELDS.get(list))
                    .ifPresent(names -> known.put(list, new LinkedHashSet<>(names))));
    return new Catalogue(known);
  }

  /** Warnings about all that a document names and this does not know. */
  public List<Issue> warnings(ParsedScenario parsed) {
    return parsed.mentions().stream()
        .filter(mention -> known.containsKey(mention.list()))
        .filter(mention -> !known.get(mention.list()).contains(mention.name()))
        .map(
            mention ->
                parsed
                    .locations()
                    .warning(IssueCode.NOT_IN_CATALOGUE, mention.pointer(), message(mention)))
        .toList();
  }

  private String message(Mention mention) {
    return "the catalogue knows no "
        + mention.list().one()
        + " '"
        + mention.name()
        + "'"
        + DidYouMean.question(mention.name(), known.get(mention.list()));
  }
}
