package dev.wend.connectors.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a sample has which role, and what else was considered. */
final class Roles {
  private static final double CLOSE = 1.5;
  private static final int SHOWN = 3;

  private final Map<Role, Column> columns = new EnumMap<>(Role.class);
  private final List<Candidate> considered = new ArrayList<>();
  private final List<String> unsure = new ArrayList<>();

  /** Those of the columns; each column has one role at most, the first in the order of roles. */
  static Roles of(List<Column> columns) {
    Roles roles = new Roles();
    for (Role role : Role.values()) {
      roles.choose(role, Candidate.of(role, columns));
    }
    return roles;
  }

  private void choose(Role role, List<Candidate> candidates) {
    List<Candidate> free =
        candidates.stream().filter(each -> !columns.containsValue(each.column())).toList();
    considered.addAll(free.stream().filter(each -> each.score() > 0).limit(SHOWN).toList());
    if (free.isEmpty() || !free.get(0).isEnough()) {
      return;
    }
    columns.put(role, free.get(0).column());
    if (free.size() > 1 && free.get(1).isEnough()) {
      Candidate next = free.get(1);
      if (free.get(0).score() - next.score() < CLOSE) {
        unsure.add(
            "the %s: %s was taken, %s may be meant as well"
                .formatted(role.title(), free.get(0).column().source(), next.column().source()));
      }
    }
  }

  Optional<Column> of(Role role) {
    return Optional.ofNullable(columns.get(role));
  }

  boolean has(Column column) {
    return columns.containsValue(column);
  }

  List<Candidate> considered() {
    return considered;
  }

  List<String> unsure() {
    return unsure;
  }
}
