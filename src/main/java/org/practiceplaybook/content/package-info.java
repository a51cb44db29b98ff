/**
 * The content folder as typed records: each file read once, each value with its place. Parsing never fails: what cannot
 * be understood gives a diagnostic and the rest is kept.
 */
package org.practiceplaybook.content;
