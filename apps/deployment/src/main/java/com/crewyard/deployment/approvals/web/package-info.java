/** The page on which approvals are given, and environments protected. */
@NullMarked
package com.crewyard.deployment.approvals.web;

import org.jspecify.annotations.NullMarked;
