/** Pictures in the sizes that a page asks for, and pictures that are drawn: samples in, files out. */
package org.practiceplaybook.picture;
