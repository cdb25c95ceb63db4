/**
 * A plain interpreter of sections 2 to 6 of SEMANTICS.md, by which the engine is measured. It reads scenarios and events
 * from the engine's value records and shares nothing else with it: no stages, no Flink, no matching.
 */
package dev.wend.job.reference;
