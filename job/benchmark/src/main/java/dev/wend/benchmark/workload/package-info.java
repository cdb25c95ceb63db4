/** What all contestants are given: one clickstream and the scenarios that watch it. */
package dev.wend.benchmark.workload;
