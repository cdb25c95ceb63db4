package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Random actions. */
final class RandomActions {
  private final Chance chance;
  private final Season season;
  private final Set<Feature> features;
  private final RandomMatchers matchers;

  RandomActions(Chance chance, Season season, Set<Feature> features, RandomMatchers matchers) {
    this.chance = chance;
    this.season = season;
    this.features = features;
    this.matchers = matchers;
  }

  /** Whether matchers may ask about its message. */
  boolean fill(ObjectNode node) {
    if (chance.percent(15)) {
      node.put("channel", chance.of("online", "offline"));
    }
    if (features.contains(Feature.PROFILE_ACTION) && chance.percent(45)) {
      profileAction(node);
      return false;
    }
    int kind = chance.between(0, 9);
    if (kind == 0) {
      node.put("type", "webhook").put("url", "https://example.org/hook");
      data(node);
      return false;
    }
    if (kind == 1) {
      node.put("type", "dynamic-content").put("content", "banner").put("placement", "top");
      data(node);
      return false;
    }
    message(node);
    return !node.get("type").textValue().equals("send-sms");
  }

  private void message(ObjectNode node) {
    node.put("type", chance.of("send-email", "send-email", "send-push", "send-sms", "send-coupon"));
    node.put("template", chance.of(Words.TEMPLATES));
    if (node.get("type").textValue().equals("send-coupon")) {
      node.put("coupon", "ten");
    }
    if (chance.percent(50)) {
      ArrayNode consents = node.putArray("consents").add(chance.of(Words.CONSENTS));
      if (chance.percent(20)) {
        consents.add(chance.of(Words.CONSENTS));
      }
      if (chance.percent(60)) {
        node.put("onConsentMissing", chance.of("skip", "exit"));
      }
    }
    data(node);
  }

  private void data(ObjectNode node) {
    if (chance.percent(50)) {
      ObjectNode data = node.putObject("data");
      for (int index = chance.between(0, 3); index > 0; index--) {
        if (chance.percent(20)) {
          data.set("d" + index, RandomMatchers.json(chance.of(Words.VALUES)));
        } else {
          String source = chance.of("trigger", "event", "event", "profile");
          data.putObject("d" + index).put("from", matchers.reference(source));
        }
      }
    }
  }

  private void profileAction(ObjectNode node) {
    switch (chance.between(0, 5)) {
      case 0 -> node.put("type", "add-tag").put("tag", chance.of(Words.TAGS));
      case 1 -> node.put("type", "remove-tag").put("tag", chance.of(Words.TAGS));
      case 2 -> {
        node.put("type", "update-field").put("field", "/birthday");
        node.put("value", chance.of(season.day(1), season.day(2), "2000-" + season.day(1)));
      }
      default -> {
        node.put("type", "update-field");
        node.put("field", chance.of("/x", "/y", "/y/z", "/y/z/deep", "/list/0", "/zone"));
        node.set("value", RandomMatchers.json(chance.of(Words.VALUES)));
      }
    }
  }
}
