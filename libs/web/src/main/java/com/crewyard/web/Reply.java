package com.crewyard.web;

/** What a page controller returns. */
public sealed interface Reply permits View, Redirect {}
