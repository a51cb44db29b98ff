/**
 * The whole playbook, linked: entries by slug, terms, relations in both directions, evidence, pathways, glossary, and
 * where every link leads. Immutable; nothing downstream reads a file again.
 */
package org.practiceplaybook.library;
