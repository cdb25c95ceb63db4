/** Scenarios as pictures. */
package dev.wend.job.drawing;
