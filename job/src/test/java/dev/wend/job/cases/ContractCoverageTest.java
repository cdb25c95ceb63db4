package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.cases.Contract.Paragraph;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case folder names the paragraphs of the contract that it shows, and what the contract promises has a case. */
class ContractCoverageTest {
  private static final String SHOWS = "shows.txt";
  private static final Pattern LINE = Pattern.compile("section (\\d): (.+)");

  /** What no replay can show, by the first words of its paragraph, and what shows or will show it instead. */
  private static final Map<String, String> NOT_IN_A_REPLAY =
      Map.of(
          "section 2: `onUpdate`: what a new version does", "DeploymentTest",
          "section 5: 1. Late (live only)", "LateEventsTest",
          "section 6: **Live**: a scenario acts",
              "DeploymentTest; its topics wait for the live job");

  private static List<Paragraph> contract;

  @BeforeAll
  static void read() throws IOException {
    contract = Contract.paragraphs();
  }

  @Test
  void thePageIsReadWhole() {
    assertThat(contract).extracting(Paragraph::section).containsOnly(1, 2, 3, 4, 5, 6).isSorted();
    assertThat(contract.stream().filter(ContractCoverageTest::isToBeShown))
        .hasSizeGreaterThanOrEqualTo(55);
    assertThat(contract)
        .extracting(Paragraph::text)
        .anySatisfy(text -> assertThat(text).startsWith("`wait-for` | `branches:"))
        .anySatisfy(text -> assertThat(text).startsWith("0. An event is").endsWith("taken)."))
        .noneSatisfy(text -> assertThat(text).contains("abandoned-cart"));
  }

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#all")
  void everyFolderNamesWhatItShows(CaseFolder folder) {
    assertThat(shown(folder)).as("%s of %s", SHOWS, folder).isNotEmpty();
    for (Paragraph words : shown(folder)) {
      assertThat(contract.stream().filter(paragraph -> paragraph.beginsWith(words)))
          .as("paragraphs that begin as %s of %s says, %s", SHOWS, folder, words)
          .hasSize(1);
    }
  }

  @Test
  void everyParagraphIsShown() {
    Map<Paragraph, Integer> folders = new LinkedHashMap<>();
    for (CaseFolder folder : CaseFolder.all()) {
      for (Paragraph words : shown(folder)) {
        contract.stream()
            .filter(paragraph -> paragraph.beginsWith(words))
            .forEach(paragraph -> folders.merge(paragraph, 1, Integer::sum));
      }
    }

    assertThat(contract.stream().filter(ContractCoverageTest::isToBeShown))
        .as("paragraphs without a case")
        .filteredOn(paragraph -> !folders.containsKey(paragraph) && !isExcepted(paragraph))
        .isEmpty();
    assertThat(folders.keySet())
        .as("exceptions that have a case, and are to be taken off the list")
        .filteredOn(ContractCoverageTest::isExcepted)
        .isEmpty();
  }

  @Test
  void everyExceptionIsAParagraph() {
    assertThat(NOT_IN_A_REPLAY.keySet())
        .allSatisfy(
            words ->
                assertThat(contract)
                    .filteredOn(paragraph -> paragraph.beginsWith(parse(words)))
                    .hasSize(1));
  }

  private static boolean isToBeShown(Paragraph paragraph) {
    return paragraph.section() >= 2;
  }

  private static boolean isExcepted(Paragraph paragraph) {
    return NOT_IN_A_REPLAY.keySet().stream().anyMatch(words -> paragraph.beginsWith(parse(words)));
  }

  private static List<Paragraph> shown(CaseFolder folder) {
    return folder.text(SHOWS).lines().map(ContractCoverageTest::parse).toList();
  }

  private static Paragraph parse(String line) {
    Matcher matcher = LINE.matcher(line);
    assertThat(matcher.matches()).as("'section N: first words' in %s", line).isTrue();
    return new Paragraph(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }
}
