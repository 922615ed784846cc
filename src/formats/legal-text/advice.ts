/** The advice of the reader of packs, which reads more forms than codes come in: PDF and presentations, too. */
export const asAdviceForCodes = (message: string): string =>
  message
    .replace(
      /give its name the right ending \([^)]*\) or save it again as one of these/u,
      'save it again as .docx or plain text',
    )
    .replace(/\.docx(?:, \.pptx)? or \.pdf/u, '.docx')
    .replace(/\.pptx, \.docx, \.pdf or \.txt/u, '.docx or .txt');
