package dev.wend.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.ScenarioChecker;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.matcher.TriggerMatcher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIndexTest {
  /** What a trigger is found by, and what leaves it out; the properties stand behind the kind. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"event":"page-visited"} | page-visited {} | page-visited {"url":"a"} | product-viewed {}
          {"event":"page-visited","url":"a"} | page-visited {"url":"a"} | page-visited {"url":"a"} | page-visited {"url":"A"}
          {"event":"page-visited","url":{"op":"in","value":["a","b"]}} | page-visited {"url":"a"} | page-visited {"url":"b"} | page-visited {"url":"ab"}
          {"event":"page-visited","url":{"op":"in","value":["a",1]}} | page-visited {"url":"a"} | page-visited {"url":1} | product-viewed {"url":"a"}
          {"event":"page-visited","url":{"op":"starts-with","value":"a"}} | page-visited {"url":"ab"} | page-visited {} | product-viewed {"url":"a"}
          {"event":"custom","name":"x"} | custom x | custom x {"name":"y"} | custom y {"name":"x"}
          {"event":"product-viewed","products":["1","2"]} | product-viewed {"product_id":"1"} | product-viewed {"sku":"2"} | product-viewed {"product_id":1}
          {"event":"order-completed","products":["1"]} | order-completed {"products":[{"sku":"1"}]} | order-completed {"product_id":"1"} | order-completed {"products":[{"sku":"2"},1]}
          {"event":"product-bought","products":["1"]} | order-completed {"products":[{"sku":"1"}]} | order-completed {"sku":"1","products":[{}]} | order-completed {}
          {"event":"product-bought","where":[{"property":"/sku","op":"eq","value":"1"}]} | order-completed {"products":[{"sku":"1"}]} | order-completed {} | product-viewed {"sku":"1"}
          {"event":"product-viewed","where":[{"property":"/a/0","op":"eq","value":"x"}]} | product-viewed {"a":["x"]} | product-viewed {"a":{"0":"x"}} | product-viewed {"a":"x"}
          {"event":"product-viewed","where":[{"all":[{"property":"/a","op":"eq","value":"x"}]}]} | product-viewed {"a":"x"} | product-viewed {"a":"x","b":1} | product-viewed {"a":null}
          {"event":"product-viewed","where":[{"any":[{"property":"/a","op":"eq","value":"x"}]}]} | product-viewed {"a":"x"} | product-viewed {} | page-visited {"a":"x"}
          {"event":"product-viewed","where":[{"property":"/a","op":"eq","value":1}]} | product-viewed {"a":1.0} | product-viewed {} | page-visited {"a":1}
          {"event":"product-viewed","where":[{"property":"/a","op":"ne","value":"x"}]} | product-viewed {"a":"y"} | product-viewed {} | page-visited {}
          {"tag":"t","change":"added"} | tag-added {"tag":"t"} | tag-added {"tag":"t","x":1} | tag-removed {"tag":"t"}
          {"tag":"t","change":"removed"} | tag-removed {"tag":"t"} | tag-removed {"tag":"t","x":1} | tag-removed {"tag":"u"}
          {"segment":"s","members":"both"} | segment-entered {"audience_key":"s"} | segment-entered {"audience_key":"s","x":1} | segment-left {"audience_key":"s"}
          {"field":"/a/b","changed":true} | profile-updated {"a":{"b":1}} | profile-updated {"x":1,"a":null} | profile-updated {"b":1}
          {"field":"/a","op":"gt","value":1} | profile-updated {"a":2} | profile-updated {"x":1,"a":null} | profile-updated {"b":1}
          {"field":"/a","op":"eq","value":{"from":"profile:/fields/b"}} | profile-updated {"b":2} | tag-added {} | page-visited {}
          {"any":[{"tag":"t"},{"not":{"consent":"email"}}]} | tag-removed {"tag":"t"} | consent-withdrawn {"consent":"email"} | consent-given {"consent":"sms"}
          {"pattern":{"steps":[{"event":"page-visited","url":"a"},{"event":"custom","name":"x"}],"within":"PT1H"}} | page-visited {"url":"a"} | custom x | page-visited {"url":"b"}
          """)
  void findsATriggerByWhatEventsSay(String on, String one, String other, String none) {
    EventIndex<String> index = new EventIndex<>();
    TriggerCues.of(trigger(on)).forEach(cue -> index.add(cue, "it"));

    assertThat(found(index, one)).contains("it");
    assertThat(found(index, other)).contains("it");
    assertThat(found(index, none)).isEmpty();
  }

  @Test
  void stopsWithTheFirstThatIsAccepted() {
    EventIndex<Integer> index = new EventIndex<>();
    TriggerCues.of(trigger("{\"event\":\"page-visited\"}")).forEach(cue -> index.add(cue, 1));
    TriggerCues.of(trigger("{\"event\":\"page-visited\",\"url\":\"a\"}"))
        .forEach(cue -> index.add(cue, 2));
    List<Integer> asked = new ArrayList<>();
    CustomerEvent event = Events.event(EventKind.PAGE_VISITED, "", "{\"url\":\"a\"}");

    assertThat(index.any(event, (each, same) -> asked.add(each))).isTrue();
    assertThat(asked).containsExactly(1);
  }

  private static List<String> found(EventIndex<String> index, String written) {
    List<String> found = new ArrayList<>();
    index.any(
        event(written),
        (each, same) -> {
          found.add(each);
          return false;
        });
    return found;
  }

  private static CustomerEvent event(String written) {
    String[] parts = written.split(" ", 2);
    int properties = parts[1].indexOf('{');
    String name = properties < 0 ? parts[1] : parts[1].substring(0, properties).strip();
    return Events.event(
        EventKind.of(parts[0]).orElseThrow(),
        name,
        properties < 0 ? "{}" : parts[1].substring(properties));
  }

  private static TriggerMatcher trigger(String on) {
    String document =
        """
        { "id": "s", "version": 1, "name": "S", "status": "active", "nodes": [
          { "id": "start", "type": "trigger", "on": %s, "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
            .formatted(on);
    return ScenarioCompiler.compile(
            ScenarioChecker.check("s.json", document).scenario().orElseThrow())
        .entrances()
        .get(0)
        .on();
  }
}
