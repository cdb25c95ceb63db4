/**
 * One customer's timeline (SEMANTICS.md section 5): plain Java over compiled stages. Knows neither operators nor input and
 * output; whoever hosts it keeps the {@link dev.wend.job.journey.Customer} and hands in what is due.
 */
package dev.wend.job.journey;
