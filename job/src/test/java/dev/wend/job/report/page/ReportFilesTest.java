package dev.wend.job.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import dev.wend.job.report.model.CustomerTimeline;
import dev.wend.job.report.model.CustomerTimeline.JourneyTimeline;
import dev.wend.job.report.model.CustomerTimeline.Line;
import dev.wend.job.report.model.EdgeReport;
import dev.wend.job.report.model.NodeReport;
import dev.wend.job.report.model.OverTime;
import dev.wend.job.report.model.Report;
import dev.wend.job.report.model.ScenarioReport;
import dev.wend.job.report.model.ScenarioReport.CustomersWith;
import dev.wend.job.report.model.ScenarioReport.Totals;
import dev.wend.job.report.model.Spread;
import dev.wend.job.report.model.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilesTest {
  private static final String HOSTILE =
      "</script><img src=x onerror=alert(1)>, \"quoted\"\n{{modules}}";
  private static final Report REPORT =
      new Report(
          0,
          86_400_000,
          2,
          List.of(scenario()),
          List.of(new CustomersWith(1, 2)),
          List.of(new Tally("events", 3)),
          List.of(new Tally("no-customer", 4)),
          List.of(
              new CustomerTimeline(
                  HOSTILE,
                  1,
                  List.of(
                      new JourneyTimeline(
                          "s",
                          "i",
                          true,
                          List.of(new Line(0, "entered", "in", "entered", "by m")))),
                  0)));

  @TempDir private Path directory;

  private static ScenarioReport scenario() {
    NodeReport in =
        new NodeReport(
            "in",
            "trigger",
            "form",
            2,
            2,
            2,
            0,
            new Spread(2, 0, 0, 0, 0),
            0,
            List.of(),
            List.of(),
            List.of());
    NodeReport done =
        new NodeReport(
            "done",
            "end",
            "",
            2,
            2,
            0,
            0,
            Spread.NONE,
            0,
            List.of(),
            List.of(new Tally("finished", 2)),
            List.of());
    return new ScenarioReport(
        "s",
        1,
        HOSTILE,
        "",
        new Totals(2, 2, 0, 0, 2, 0, 0, 0),
        List.of(in, done),
        List.of(new EdgeReport("in", "done", "", "", 2, 2, new Spread(2, 0, 0, 0, 0))),
        List.of(),
        new OverTime(
            "day",
            List.of(0L, 86_400_000L),
            List.of(new OverTime.Series("in", List.of(2L, 0L))),
            List.of(),
            List.of()),
        List.of(new CustomersWith(0, 2)));
  }

  @Test
  void whatComesFromOutsideStaysText() throws IOException {
    ReportFiles.write(REPORT, Folder.of(directory.toString()));

    String page = Files.readString(directory.resolve("index.html"));
    String embedded =
        Pattern.compile(
                "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    assertThat(embedded).doesNotContain("<");
    JsonNode read = Json.MAPPER.readTree(embedded);
    assertThat(read).isEqualTo(Json.MAPPER.readTree(directory.resolve("report.json").toFile()));
    assertThat(read.at("/scenarios/0/name").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void thePageHoldsItsLibrariesAndAsksForNothing() throws IOException {
    ReportFiles.write(REPORT, Folder.of(directory.toString()));

    assertThat(Files.readString(directory.resolve("index.html")))
        .contains("https://d3js.org v7.9.0", "Apache Software Foundation", "Chris Pettitt")
        .doesNotContainPattern("<script[^>]+src=|<link[^>]+href=\"http|@import|url\\(http");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edges | scenario,from,to,decision,label,journeys,customers,known,min,p50,p90,max | s,in,done,,,2,2,2,0,0,0,0",
        "input | count,value | events,3",
        "dead-letters | reason,count | no-customer,4",
        "messages-per-customer | scenario,messages,customers | s,0,2",
        "over-time | scenario,what,name,span,start,count | s,entries,in,day,1970-01-01T00:00:00Z,2",
        "node-counts | scenario,node,what,name,count | s,done,ended,finished,2"
      })
  void everyTableIsACsvFile(String name, String header, String row) throws IOException {
    ReportFiles.write(REPORT, Folder.of(directory.toString()));

    assertThat(Files.readAllLines(directory.resolve(name + ".csv"))).startsWith(header, row);
  }

  @Test
  void aNodeOfWhichNoTimeIsKnownHasNone() throws IOException {
    ReportFiles.write(REPORT, Folder.of(directory.toString()));

    assertThat(Files.readAllLines(directory.resolve("nodes.csv")))
        .contains("s,done,end,,2,2,0,0,0,0,,,,");
  }

  @Test
  void textIsQuotedWhereItMustBe() {
    Csv table = new Csv("t", List.of("a", "b"), List.of(List.of("plain", "a \"b\", c\nd")));

    assertThat(table.text()).isEqualTo("a,b\nplain,\"a \"\"b\"\", c\nd\"\n");
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    List<String> written =
        ReportFiles.write(REPORT, Folder.of(directory.resolve("first").toString()));
    ReportFiles.write(REPORT, Folder.of(directory.resolve("second").toString()));

    assertThat(written).hasSize(13).startsWith("index.html", "report.json");
    for (String name : written) {
      assertThat(directory.resolve("second").resolve(name))
          .hasSameBinaryContentAs(directory.resolve("first").resolve(name));
    }
  }
}
