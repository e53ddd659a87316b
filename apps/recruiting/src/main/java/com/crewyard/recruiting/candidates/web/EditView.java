package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.web.Form;

/** The form of a candidate's record. */
public record EditView(CandidateFrame frame, Form form) {}
