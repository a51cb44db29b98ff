/**
 * Brings a library of Markdown files over into the playbook: what its keys, headings and words become stands in a small
 * mapping that a person can edit. What finds no place is kept in the entry, under a heading of its own, and told. Reads
 * the other library; writes nothing.
 */
package org.practiceplaybook.importer;
