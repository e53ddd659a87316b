/** The careers site's pages. They work without JavaScript. */
@NullMarked
package com.crewyard.recruiting.careers.web;

import org.jspecify.annotations.NullMarked;
