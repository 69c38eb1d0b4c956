// ICU's data, cut (Packaging/icu-data.txt), in the place of the whole; and none for Foundation's own copy of ICU, which has 30 MB
// of it and which nothing here asks for more than it has without. Defined in an object, each is found before the archive's.

	.section .rodata

	.globl TEXTSHIFT_ICU_SYMBOL
	.type TEXTSHIFT_ICU_SYMBOL, @object
	.balign 16
TEXTSHIFT_ICU_SYMBOL:
	.incbin TEXTSHIFT_ICU_DATA
	.size TEXTSHIFT_ICU_SYMBOL, . - TEXTSHIFT_ICU_SYMBOL

	// The header of ICU's common data, format CmnD 1.0, and a table of no entries.
	.globl TEXTSHIFT_FOUNDATION_SYMBOL
	.type TEXTSHIFT_FOUNDATION_SYMBOL, @object
	.balign 16
TEXTSHIFT_FOUNDATION_SYMBOL:
	.short 32
	.byte 0xda, 0x27
	.short 20, 0
	.byte 0, 0, 2, 0
	.ascii "CmnD"
	.byte 1, 0, 0, 0
	.byte 0, 0, 0, 0
	.zero 8
	.long 0
	.size TEXTSHIFT_FOUNDATION_SYMBOL, . - TEXTSHIFT_FOUNDATION_SYMBOL

	.section .note.GNU-stack, "", @progbits
