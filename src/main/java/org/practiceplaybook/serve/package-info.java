/**
 * The site while it is written: pages are made when they are asked for, from what the files say now. There is no cache of
 * pages that could be stale; what is shown is what a build would write, with a script that reloads it.
 */
package org.practiceplaybook.serve;
