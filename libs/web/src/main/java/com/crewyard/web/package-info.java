/** The design system: assets, layouts and components, what a page knows of its request, texts, times and Markdown. */
@NullMarked
package com.crewyard.web;

import org.jspecify.annotations.NullMarked;
