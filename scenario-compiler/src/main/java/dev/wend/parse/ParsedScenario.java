package dev.wend.parse;

import dev.wend.parse.matcher.ComparisonUse;
import dev.wend.parse.tree.SourceMap;
import dev.wend.parse.value.CatalogueList.Mention;
import dev.wend.parse.value.NodeReference.MessageUse;
import dev.wend.parse.value.ReferenceUse;
import dev.wend.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A document as far as it could be read.
 *
 * @param locations where its values stand
 * @param nodes all its nodes in document order, those with faults too
 * @param messageUses where matchers ask about messages of this scenario
 * @param mentions names that a catalogue may list
 * @param references into events and the profile
 * @param comparisons with literals or references
 * @param scenario the scenario, where nothing in the document is wrong
 */
public record ParsedScenario(
    SourceMap locations,
    List<ParsedNode> nodes,
    List<MessageUse> messageUses,
    List<Mention> mentions,
    List<ReferenceUse> references,
    List<ComparisonUse> comparisons,
    Optional<Scenario> scenario) {}
