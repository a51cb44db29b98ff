/**
 * YAML as a tree in which every key and value knows where it stands. The only room that knows the YAML library. What a
 * writer got wrong is told in the writer's words, never in the parser's.
 */
package org.practiceplaybook.yaml;
