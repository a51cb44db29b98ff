/**
 * How the site looks and what it says: templates, styles, scripts and the interface's words. The default theme is in the
 * jar; a folder may replace any single file of it. The only room that knows the template engine.
 */
package org.practiceplaybook.theme;
