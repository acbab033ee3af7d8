namespace Clientele.Insights;

/// <summary>There is too little data for an honest answer; the message is a sentence for the owner of the shop.</summary>
public sealed class InsufficientDataException(string message) : Exception(message);
