/**
 * What a form asks while somebody writes: {@link org.practiceplaybook.form.Judge}. It runs in the build's tests and, compiled
 * to a script, in a browser; so nothing here and below knows files, threads or the clock.
 */
package org.practiceplaybook.form;
