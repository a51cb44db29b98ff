/**
 * Makes a script of the judge, by TeaVM: its door, and what stands in for parts of Java that a browser has itself. Not in
 * the jar.
 */
package org.practiceplaybook.script;
