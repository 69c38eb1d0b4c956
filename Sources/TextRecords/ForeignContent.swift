/// What a file is that is not read: recognised by its content, so that its refusal can say what helps.
public enum ForeignContent: String, Sendable, Hashable, CaseIterable {
    /// Compressed with xz.
    case xz
    /// Compressed with bzip2.
    case bzip2
    /// Compressed with lz4.
    case lz4
    /// A RAR archive.
    case rar
    /// A tar archive.
    case tar
    /// A 7z archive.
    case sevenZip = "7z"
    /// A compressed tar archive.
    case packedTar
    /// A zip archive whose files are encrypted.
    case encryptedZip
    /// A zip archive without a file in it.
    case emptyZip
    /// A zip archive by another method than deflate.
    case zipMethod
    /// What comes out of a compressed file is compressed again.
    case packedTwice
    /// xlsx, or another spreadsheet of XML files in a zip archive.
    case spreadsheet
    /// A file of an old Microsoft Office, such as xls.
    case oldOffice
    /// docx, odt, pptx, epub.
    case document
    /// A PDF document.
    case pdf
    /// A page of the web.
    case html
    /// XML.
    case xml
    /// Parquet.
    case parquet
    /// Arrow: a file, a stream, or Feather.
    case arrow
    /// ORC.
    case orc
    /// Avro.
    case avro
    /// A database of SQLite.
    case sqlite
    /// A pickle of Python.
    case pickle
    /// Arrays of NumPy.
    case numpy
    /// HDF5.
    case hdf5
    /// Tensors of PyTorch in a zip archive.
    case torch
    /// An image.
    case image
    /// Audio or video.
    case audio
    /// A program.
    case executable
    /// The pointer that Git LFS leaves in place of a file.
    case lfsPointer
    /// Bytes that are no text in any encoding.
    case binary
}
