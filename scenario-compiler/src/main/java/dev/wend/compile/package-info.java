/** Checked scenario to stages of Flink CEP patterns. */
package dev.wend.compile;
