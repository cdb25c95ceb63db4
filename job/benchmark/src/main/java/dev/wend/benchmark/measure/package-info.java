/** How a contestant is run and what is measured. */
package dev.wend.benchmark.measure;
