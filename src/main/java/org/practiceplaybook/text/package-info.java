/** The text and the facts of an entry as readers see them, on a page and in the preview of a form. */
package org.practiceplaybook.text;
