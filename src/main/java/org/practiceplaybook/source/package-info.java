/**
 * Where things stand in a file, and what is said about them. The bottom of the house: it imports nothing of the
 * other packages.
 */
package org.practiceplaybook.source;
