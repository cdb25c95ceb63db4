/** Wend beside what else could do its work, on one machine in one run ({@code job/benchmark/README.md}). */
package dev.wend.benchmark;
