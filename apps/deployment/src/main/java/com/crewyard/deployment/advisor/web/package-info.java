/** The advisor's pages. */
@NullMarked
package com.crewyard.deployment.advisor.web;

import org.jspecify.annotations.NullMarked;
