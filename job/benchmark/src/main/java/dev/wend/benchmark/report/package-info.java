/** What is told of the measurements. */
package dev.wend.benchmark.report;
