/** What is done with events before they are sent to their customers: dead letters go aside, and what concerns no scenario is left out. */
package dev.wend.job.intake;
