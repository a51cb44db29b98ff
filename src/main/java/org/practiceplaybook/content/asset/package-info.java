/** The files beside the texts: what they are, and whether readers may get them. */
package org.practiceplaybook.content.asset;
