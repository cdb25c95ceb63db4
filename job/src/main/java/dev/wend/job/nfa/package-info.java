/** Hosts Flink CEP's own NFA for one waiting instance at a time, without an operator or a state backend. */
package dev.wend.job.nfa;
